package health.consilium.prescription.service;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.prescription.domain.Codes;
import health.consilium.prescription.domain.Content;
import health.consilium.prescription.domain.Item;
import health.consilium.prescription.seal.Seal;
import health.consilium.prescription.store.PrescriptionStore;
import health.consilium.prescription.store.PrescriptionStore.Version;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a paper is genuine. Says what the paper says to whoever holds it, and initials to whoever knows half of its code. */
@Service
@Transactional
public class Verification {
    private final PrescriptionStore store;
    private final Seal seal;
    private final AuditTrail audit;

    Verification(PrescriptionStore store, Seal seal, AuditTrail audit) {
        this.store = store;
        this.seal = seal;
        this.audit = audit;
    }

    /** ALTERED: a row is there, but its signature is not that of this server. */
    public enum Standing {
        GENUINE,
        SUPERSEDED,
        WITHDRAWN,
        ALTERED,
        UNKNOWN
    }

    /** What whoever holds the paper can compare with it. */
    public record Full(String patient, List<Item> items, String notes) {}

    /**
     * @param yearOfBirth null when the clinic did not know it
     * @param full only for the whole code
     * @param proof digest (SHA-256, hex), signature and public key (Ed25519, Base64)
     */
    public record Told(
            Standing standing,
            @Nullable String clinic,
            @Nullable String doctor,
            @Nullable String licence,
            @Nullable Instant signedAt,
            @Nullable Integer version,
            @Nullable Instant withdrawnAt,
            @Nullable String initials,
            @Nullable Integer yearOfBirth,
            @Nullable Full full,
            @Nullable Proof proof) {
        static Told nothing(Standing standing) {
            return new Told(standing, null, null, null, null, null, null, null, null, null, null);
        }
    }

    public record Proof(String digest, String signature, String publicKey) {}

    public Told check(String typed) {
        Optional<String> code = Codes.read(typed);
        Optional<Version> found = code.flatMap(store::byCode);
        if (code.isEmpty() || found.isEmpty()) {
            return Told.nothing(Standing.UNKNOWN);
        }
        Version version = found.get();
        if (!seal.holds(version.content(), version.signature())) {
            return Told.nothing(Standing.ALTERED);
        }
        Content content = seal.read(version.content());
        boolean whole = code.get().length() == Codes.LENGTH;
        audit.note(AuditEntry.of(Actor.NOBODY, Action.CHECKED, Subject.PRESCRIPTION, version.prescription())
                .about(content.patient().id())
                .with("version", version.number())
                .with("wholeCode", whole));
        return told(version, content, whole);
    }

    private Told told(Version version, Content content, boolean whole) {
        var withdrawal = store.withdrawal(version.prescription());
        int newest = store.versions(version.prescription()).getLast().number();
        Standing standing = withdrawal != null
                ? Standing.WITHDRAWN
                : version.number() < newest ? Standing.SUPERSEDED : Standing.GENUINE;
        var born = content.patient().born();
        return new Told(
                standing,
                content.clinic(),
                content.doctor().name(),
                content.doctor().licence(),
                content.signedAt(),
                content.version(),
                withdrawal == null ? null : withdrawal.at(),
                content.patient().initials(),
                born == null ? null : born.getYear(),
                whole ? new Full(content.patient().name(), content.items(), content.notes()) : null,
                new Proof(
                        HexFormat.of().formatHex(version.digest()),
                        Base64.getEncoder().encodeToString(version.signature()),
                        Base64.getEncoder()
                                .encodeToString(seal.publicKey(version.digest(), version.signature())
                                        .orElseThrow())));
    }
}
