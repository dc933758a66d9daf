package profiles.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import profiles.web.Nullable;
import profiles.web.View;

/**
 * A page of the directory.
 *
 * @param next     its URL; null at the end
 * @param previous its URL; null at the beginning
 * @param filling  whether the index is still being filled, so that some may be missing
 */
public record DirectoryView(List<DirectoryRow> results, @Nullable String next, @Nullable String previous, boolean filling,
                            @JsonIgnore DirectoryQuery query) implements View {

    @Override
    public String template() {
        return "staff/directory";
    }
}
