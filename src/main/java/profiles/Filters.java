package profiles;

import io.javalin.config.RoutesConfig;
import javax.inject.Inject;
import profiles.audit.SecurityLog;
import profiles.web.CompressionPolicy;
import profiles.web.ContentEncoding;
import profiles.web.ResponseWriter;
import profiles.web.request.BodyReceiver;
import profiles.web.request.CharsetCheck;
import profiles.web.response.Failures;
import profiles.web.security.AccessControl;
import profiles.web.security.Cors;
import profiles.web.security.CsrfFilter;
import profiles.web.security.SecurityHeaders;

/** The filters that each request passes, in this order, before and after its handler. */
public final class Filters {
    @Inject SecurityHeaders headers;
    @Inject Cors cors;
    @Inject CsrfFilter csrf;
    @Inject AccessControl access;
    @Inject BodyReceiver bodies;
    @Inject Failures failures;
    @Inject SecurityLog securityLog;

    @Inject
    Filters() {
    }

    public void declare(RoutesConfig to) {
        failures.declare(to);
        to.before(headers::add);
        to.before(cors::answer);
        to.before(CompressionPolicy::check);
        to.before(CharsetCheck::check);
        to.before(ContentEncoding::check);
        to.before(csrf::check);
        to.beforeMatched(access::check);
        to.beforeMatched(bodies::receive);
        to.after(failures::complete);
        to.after(securityLog::logResponse);
        to.after(ResponseWriter::write);
    }
}
