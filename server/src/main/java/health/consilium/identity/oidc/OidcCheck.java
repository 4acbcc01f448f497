package health.consilium.identity.oidc;

import health.consilium.kernel.SetupCheck;
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
            return Found.notUsed("Nobody signs in with an account elsewhere.", "");
        }
        if (!new LazyClient(settings).answers()) {
            return Found.broken(
                    "The provider of accounts elsewhere does not answer as OpenID Connect wants it.",
                    "Look at consilium.oidc.issuer: the same address with /.well-known/openid-configuration must open.");
        }
        return settings.doctorRoles().isEmpty()
                        && settings.adminRoles().isEmpty()
                        && settings.patientRoles().isEmpty()
                ? Found.warning(
                        "The provider answers, but no role is mapped: nobody gets in.",
                        "Set consilium.oidc.doctor-roles, admin-roles or patient-roles.")
                : Found.fine("The provider of accounts elsewhere answers.");
    }
}
