package health.consilium.platform;

import health.consilium.kernel.DataDirectory;
import health.consilium.kernel.SecretStore;
import health.consilium.platform.config.DataProperties;
import health.consilium.platform.config.DatabaseProperties;
import health.consilium.platform.secrets.FileSecretStore;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** What a command stands on, in place of the server's own database: imported by it, never found by itself. */
@EnableTransactionManagement(proxyTargetClass = true)
public class CommandConfiguration {
    @Bean
    DataDirectory dataDirectory(DataProperties properties) {
        return new DataDirectory(properties.directory().toAbsolutePath().normalize());
    }

    @Bean
    SecretStore secretStore(DataDirectory data) {
        return new FileSecretStore(data);
    }

    @Bean
    CommandDatabase commandDatabase(DatabaseProperties settings, DataDirectory data, SecretStore secrets) {
        return CommandDatabase.open(settings, data, secrets);
    }

    @Bean
    DataSource dataSource(CommandDatabase database) {
        return database.source();
    }

    @Bean
    JdbcClient jdbcClient(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }
}
