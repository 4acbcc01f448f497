package health.consilium.admin.cli;

import health.consilium.admin.backup.Contents;
import health.consilium.admin.backup.Restore;
import health.consilium.kernel.DataDirectory;
import health.consilium.platform.CommandDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(
        name = "restore",
        description = {
            "Puts a backup into an empty data directory and an empty database; it writes over nothing.",
            "Afterwards run verify-audit and verify-recordings, then start the server."
        })
final class RestoreCommand extends Command {
    @Parameters(paramLabel = "FILE", description = "What backup wrote.")
    Path file = Path.of("");

    @Override
    public Integer call() throws Exception {
        char[] passphrase = Passphrase.ask();
        ConfigurableEnvironment settings = Settings.read();
        Path root = Path.of(settings.getProperty("consilium.data.directory", ".consilium"));
        DataDirectory data = new DataDirectory(root.toAbsolutePath().normalize());
        List<CommandDatabase> opened = new ArrayList<>();
        try {
            Contents.Summary done = new Restore(data, () -> {
                        CommandDatabase database = CommandDatabase.openOrMake(settings, data);
                        opened.add(database);
                        return database.source();
                    })
                    .read(file, passphrase);
            print(
                    done,
                    "restored as of %s: %d tables with %d rows, %d files"
                            .formatted(done.at(), done.tables(), done.rows(), done.files()));
            return FINE;
        } finally {
            opened.forEach(CommandDatabase::close);
        }
    }
}
