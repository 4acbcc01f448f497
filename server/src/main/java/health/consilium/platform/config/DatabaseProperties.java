package health.consilium.platform.config;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The database. Without a URL the program starts a PostgreSQL of its own.
 *
 * @param url JDBC URL of a PostgreSQL 15 or newer, for example jdbc:postgresql://db:5432/consilium; empty: embedded
 * @param user account name at that database
 * @param password its password
 * @param name database name inside the embedded PostgreSQL
 */
@ConfigurationProperties("consilium.database")
public record DatabaseProperties(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("consilium") String name) {
    @Override
    public String toString() {
        return "DatabaseProperties[url=" + url + "]";
    }
}
