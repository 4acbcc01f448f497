package health.consilium.identity.oidc;

import health.consilium.kernel.SetupCheck;
import health.consilium.kernel.SetupFinding;
import org.springframework.stereotype.Component;

/** Whether the provider of sign-ins elsewhere answers; without it the program runs, and passwords work. */
@Component
class OidcCheck implements SetupCheck {
    private final OidcProperties settings;

    OidcCheck(OidcProperties settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "oidc";
    }

    @Override
    public Found look() {
        if (settings.issuer() == null || settings.issuer().isBlank()) {
            return Found.of(SetupFinding.OIDC_NOT_USED);
        }
        if (!new LazyClient(settings).answers()) {
            return Found.of(SetupFinding.OIDC_AWAY);
        }
        return settings.doctorRoles().isEmpty()
                        && settings.adminRoles().isEmpty()
                        && settings.patientRoles().isEmpty()
                ? Found.of(SetupFinding.OIDC_NO_ROLES)
                : Found.of(SetupFinding.OIDC_ANSWERS);
    }
}
