package health.consilium.identity;

/** There when signing in with OpenID Connect is configured. The way in is {@code /oidc/start/clinic}. */
public interface OidcDoor {
    /** What the button says. */
    String name();

    /** Whether the provider has answered, now or before: for the configuration check. Takes as long as it takes. */
    boolean answers();
}
