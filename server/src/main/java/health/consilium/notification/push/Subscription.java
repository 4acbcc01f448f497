package health.consilium.notification.push;

import health.consilium.identity.UserId;
import health.consilium.kernel.Secret;
import java.net.URI;
import java.util.UUID;

/**
 * A browser that a person wants to be told by. Whoever knows the endpoint can send to it, so it is a secret.
 *
 * @param language of the page that subscribed, for example "de"
 */
public record Subscription(UUID id, UserId person, Secret<URI> endpoint, BrowserKeys keys, String language) {}
