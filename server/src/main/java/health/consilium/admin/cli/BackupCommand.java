package health.consilium.admin.cli;

import health.consilium.admin.backup.Backup;
import health.consilium.admin.backup.Contents;
import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.kernel.DataDirectory;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(
        name = "backup",
        description = {
            "Writes database, secrets and files into one encrypted file, also while the server works.",
            "The passphrase comes from " + Passphrase.VARIABLE
                    + " or the terminal. Keep it apart from the file: without it"
                    + " nobody can restore, with it anybody can read. Recordings in an object store are not part of it."
        })
final class BackupCommand extends PartsCommand {
    @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there yet.")
    Path file = Path.of("");

    @Override
    int run(ConfigurableApplicationContext parts) throws Exception {
        char[] passphrase = Passphrase.ask();
        Backup.refuseToOverwrite(file);
        parts.getBean(AuditTrail.class).note(AuditEntry.of(Actor.OPERATOR, Action.EXPORTED, Subject.BACKUP, null));
        Contents.Summary done = new Backup(
                        parts.getBean(DataSource.class), parts.getBean(DataDirectory.class), parts.getBean(Clock.class))
                .write(file, passphrase);
        print(done, "%s: %d tables with %d rows, %d files".formatted(file, done.tables(), done.rows(), done.files()));
        return FINE;
    }
}
