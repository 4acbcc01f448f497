package health.consilium.prescription.web;

import health.consilium.prescription.domain.Codes;
import health.consilium.prescription.domain.Content;
import health.consilium.prescription.domain.Item;
import health.consilium.prescription.service.PrescriptionFile.Entry;
import health.consilium.prescription.service.PrescriptionFile.Sheet;
import health.consilium.prescription.store.PrescriptionStore.Draft;
import health.consilium.prescription.store.PrescriptionStore.Version;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Prescriptions as pages read and write them. */
final class PrescriptionJson {
    private PrescriptionJson() {}

    /**
     * @param code by the clinic's list, as the server finds it there for the name; what is sent is not looked at
     * @param system the code system's URI, likewise
     * @param route ORAL, INHALED, … or words
     * @param frequency ONCE_DAILY, … or words
     * @param days null: until told otherwise
     */
    record ItemJson(
            @NotNull @Size(max = 200) String medication,
            @Nullable @Size(max = 60) String code,
            @Nullable @Size(max = 200) String system,
            @NotNull @Size(max = 100) String dose,
            @NotNull @Size(max = 100) String route,
            @NotNull @Size(max = 100) String frequency,
            @Nullable @Min(1) @Max(730) Integer days,
            @NotNull @Size(max = 500) String notes) {
        static ItemJson of(Item item) {
            return new ItemJson(
                    item.medication(),
                    item.code(),
                    item.system(),
                    item.dose(),
                    item.route(),
                    item.frequency(),
                    item.days(),
                    item.notes());
        }

        Item item() {
            return new Item(
                    medication.strip(),
                    null,
                    null,
                    dose.strip(),
                    route.strip(),
                    frequency.strip(),
                    days,
                    notes.strip());
        }
    }

    record DraftBody(
            @Min(0) int revision,
            @NotNull @Size(max = 20) List<@NotNull @Valid ItemJson> items,
            @NotNull @Size(max = 2000) String notes) {}

    record DoneJson(UUID id) {}

    record SignBody(@Min(0) int revision) {}

    record WithdrawBody(@NotBlank @Size(max = 500) String reason) {}

    record DraftJson(UUID id, List<ItemJson> items, String notes, int revision, Instant savedAt) {
        static DraftJson of(Draft draft) {
            return new DraftJson(
                    draft.prescription(),
                    draft.items().stream().map(ItemJson::of).toList(),
                    draft.notes(),
                    draft.revision(),
                    draft.savedAt());
        }
    }

    record SignedJson(UUID id, int version, String code, Instant signedAt) {
        static SignedJson of(Version version) {
            return new SignedJson(
                    version.prescription(), version.number(), Codes.grouped(version.code()), version.signedAt());
        }
    }

    record VersionJson(
            int version,
            Instant signedAt,
            String code,
            String doctor,
            List<ItemJson> items,
            String notes,
            boolean superseded) {
        static VersionJson of(Content content, boolean superseded) {
            return new VersionJson(
                    content.version(),
                    content.signedAt(),
                    Codes.grouped(content.code()),
                    content.doctor().name(),
                    content.items().stream().map(ItemJson::of).toList(),
                    content.notes(),
                    superseded);
        }
    }

    /** @param versions newest first */
    record PrescriptionItemJson(
            UUID id,
            List<VersionJson> versions,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnWhy,
            @Nullable DraftJson draft) {
        static PrescriptionItemJson of(Entry entry) {
            int newest = entry.versions().size();
            var withdrawal = entry.withdrawal();
            return new PrescriptionItemJson(
                    entry.id(),
                    entry.versions().reversed().stream()
                            .map(content -> VersionJson.of(content, content.version() < newest))
                            .toList(),
                    withdrawal == null ? null : withdrawal.at(),
                    withdrawal == null ? null : withdrawal.reason(),
                    entry.draft() == null ? null : DraftJson.of(entry.draft()));
        }
    }

    /** @param writable whether the reader may prescribe now */
    record SheetJson(boolean writable, List<PrescriptionItemJson> prescriptions) {
        static SheetJson of(Sheet sheet) {
            return new SheetJson(
                    sheet.writable(),
                    sheet.entries().stream().map(PrescriptionItemJson::of).toList());
        }
    }
}
