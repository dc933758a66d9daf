package profiles.account.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A request for a password reset, by the typed address. */
@Entity
@Table(name = "reset_request")
public class ResetRequest {
    @Id
    long id;

    @Column(nullable = false, length = 254)
    String email;

    ResetRequest(String email) {
        this.email = email;
    }
}
