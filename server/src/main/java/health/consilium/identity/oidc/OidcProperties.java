package health.consilium.identity.oidc;

import health.consilium.identity.Role;
import health.consilium.kernel.CannotStart;
import health.consilium.kernel.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in with OpenID Connect.
 *
 * @param issuer the provider, for example https://login.hospital.example/realms/staff; empty: no such sign-in
 * @param clientId how the provider knows this program
 * @param clientSecret what it shows to prove it
 * @param name what the button says, for example Hospital account
 * @param scopes what is asked for
 * @param roleClaim the claim that holds the person's roles, a text or a list; a dot leads inside, as in realm_access.roles
 * @param patientRoles values of it that make a patient
 * @param doctorRoles values of it that make a doctor
 * @param adminRoles values of it that make an administrator; of several roles the one with most rights counts
 */
@ConfigurationProperties("consilium.oidc")
public record OidcProperties(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable Secret<String> clientSecret,
        @DefaultValue("OpenID") String name,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("roles") String roleClaim,
        @DefaultValue({}) List<String> patientRoles,
        @DefaultValue({}) List<String> doctorRoles,
        @DefaultValue({}) List<String> adminRoles) {
    public OidcProperties {
        if (issuer != null && !issuer.isBlank() && (clientId == null || clientSecret == null)) {
            throw new CannotStart(
                    "consilium.oidc.issuer is set, but not how the provider knows this program.",
                    "Set consilium.oidc.client-id and consilium.oidc.client-secret as the provider gave them.");
        }
        scopes = List.copyOf(scopes);
        patientRoles = List.copyOf(patientRoles);
        doctorRoles = List.copyOf(doctorRoles);
        adminRoles = List.copyOf(adminRoles);
    }

    /** What those claims make of a person; empty: nothing that is known here. */
    Optional<Role> role(Map<String, Object> claims) {
        List<String> has = values(claims, roleClaim);
        return has.stream().anyMatch(adminRoles::contains)
                ? Optional.of(Role.ADMIN)
                : has.stream().anyMatch(doctorRoles::contains)
                        ? Optional.of(Role.DOCTOR)
                        : has.stream().anyMatch(patientRoles::contains) ? Optional.of(Role.PATIENT) : Optional.empty();
    }

    private static List<String> values(Map<?, ?> claims, String path) {
        int dot = path.indexOf('.');
        if (claims.get(path) == null && dot > 0) {
            return claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                    ? values(inner, path.substring(dot + 1))
                    : List.of();
        }
        return switch (claims.get(path)) {
            case String one -> List.of(one);
            case List<?> many -> many.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }

    @Override
    public String toString() {
        return "OidcProperties[issuer=" + issuer + "]";
    }
}
