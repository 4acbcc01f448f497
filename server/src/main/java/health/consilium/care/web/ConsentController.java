package health.consilium.care.web;

import health.consilium.care.ConsentAnswer;
import health.consilium.care.ConsentAnswer.Kind;
import health.consilium.care.HelpNumbers;
import health.consilium.care.HelpNumbers.HelpNumber;
import health.consilium.care.store.ConsentStore;
import health.consilium.care.store.ConsentText;
import health.consilium.care.store.ConsentTexts;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** U6, U30: consent to care by video, apart from consent to recording. Answers are only ever added. */
@Tag(name = "before care")
@RestController
@RequestMapping("/api/v1/care")
class ConsentController {
    private final ConsentStore store;
    private final ConsentTexts texts;
    private final HelpNumbers numbers;

    ConsentController(ConsentStore store, ConsentTexts texts, HelpNumbers numbers) {
        this.store = store;
        this.texts = texts;
        this.numbers = numbers;
    }

    record AnswerJson(UUID id, int version, String language, Kind answer, Instant at) {
        static AnswerJson of(ConsentAnswer answer) {
            return new AnswerJson(answer.id(), answer.version(), answer.language(), answer.answer(), answer.at());
        }
    }

    /** @param version of the wording that was read; another than today's is refused */
    record NewAnswer(
            int version,
            @NotNull @Size(max = 35) String language,
            @NotNull Kind answer) {}

    @Operation(operationId = "listConsents", summary = "Patient: all my answers about care by video, the newest first")
    @GetMapping("/consents")
    List<AnswerJson> list(CurrentUser who) {
        return store.of(who.id()).stream().map(AnswerJson::of).toList();
    }

    @Operation(operationId = "answerConsent", summary = "Patient: I agree, decline or take it back")
    @PostMapping("/consents")
    AnswerJson answer(@Valid @RequestBody NewAnswer said, CurrentUser who) {
        ConsentText text = texts.in(said.language());
        boolean withdraws = said.answer() == Kind.WITHDRAWN;
        if (!withdraws && (text.version() != said.version() || !text.language().equals(said.language()))) {
            throw new Problem(
                    ErrorCode.CONSENT_OUTDATED, "The text has changed since you opened it. Please read it again.");
        }
        return AnswerJson.of(store.add(who.id(), text, said.answer(), who.actor()));
    }

    @Operation(
            operationId = "getConsentText",
            summary = "Patient: what I answered, and the text that I had read, as a file")
    @GetMapping(path = "/consents/{consentId}/text", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> text(@PathVariable UUID consentId, CurrentUser who) {
        ConsentAnswer answer = store.of(who.id()).stream()
                .filter(one -> one.id().equals(consentId))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This answer is not known here."));
        String file = "%s%n%n--%n%s%n%s %s %s%nVersion %d (%s)%nSHA-256 %s%n"
                .formatted(
                        store.textOf(answer).orElse(""),
                        who.displayName(),
                        answer.answer(),
                        answer.at().atZone(who.zone()).toOffsetDateTime(),
                        who.zone(),
                        answer.version(),
                        answer.language(),
                        answer.sha256());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"consent-" + answer.version() + ".txt\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file.getBytes(StandardCharsets.UTF_8));
    }

    @Operation(operationId = "listHelpNumbers", summary = "Emergency numbers and crisis lines by country")
    @GetMapping("/help-numbers")
    List<HelpNumber> numbers() {
        return numbers.all();
    }
}
