package health.consilium.platform;

import com.zaxxer.hikari.HikariDataSource;
import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SecretStore;
import health.consilium.platform.config.DataProperties;
import health.consilium.platform.config.DatabaseProperties;
import health.consilium.platform.postgres.EmbeddedPostgres;
import health.consilium.platform.secrets.FileSecretStore;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database: the operator's, or one of our own. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    private static final String EMBEDDED = "'${consilium.database.url:}'.isEmpty()";

    @Bean
    DataDirectory dataDirectory(DataProperties properties) {
        return new DataDirectory(properties.directory().toAbsolutePath().normalize());
    }

    @Bean
    SecretStore secretStore(DataDirectory data) {
        return new FileSecretStore(data);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression(EMBEDDED)
    EmbeddedPostgres embeddedPostgres(DataDirectory data, SecretStore secrets, DatabaseProperties properties) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data, secrets);
        postgres.ensureDatabase(properties.name());
        return postgres;
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression(EMBEDDED)
    DataSource embeddedDataSource(EmbeddedPostgres postgres, DatabaseProperties properties) {
        return pool(
                postgres.jdbcUrl(properties.name()),
                postgres.user(),
                postgres.password().reveal());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnExpression("!" + EMBEDDED)
    DataSource externalDataSource(DatabaseProperties properties) {
        return pool(
                String.valueOf(properties.url()),
                properties.user() == null ? "consilium" : properties.user(),
                properties.password() == null ? "" : properties.password());
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(4);
        pool.setConnectionTimeout(5_000);
        return pool;
    }
}
