package health.consilium.prescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.identity.Role;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** A4, S14: what is signed is whole, stays as it is, and can be checked by anybody who holds the paper. */
class SignedPrescriptionTests extends ACallWithAPrescriber {
    @Test
    @DisplayName("S14: the database itself refuses to change, remove or empty what is signed")
    void immutable() {
        signed();
        for (String attempt : List.of(
                "update prescription_version set content = content",
                "update prescription_version set signed_at = now()",
                "delete from prescription_version",
                "truncate prescription_version")) {
            assertThatThrownBy(() -> jdbc.sql(attempt).update())
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("cannot be changed");
        }
    }

    @Test
    @DisplayName("S14: a row that somebody made up in the database is found out, because the key is not there")
    void madeUp() {
        signed();
        String whole = code(doctor, 0).replace("-", "");
        String made = new StringBuilder(whole).reverse().toString();
        jdbc.sql("insert into prescription_version select prescription, 2, replace(content, '500 mg', '900 mg'),"
                        + " sha256(convert_to(replace(content, '500 mg', '900 mg'), 'UTF8')), signature, ?, 99, signed_at"
                        + " from prescription_version where code = ?")
                .params(made, whole)
                .update();
        assertThat(verify(made).data().path("standing").asString()).isEqualTo("ALTERED");
    }

    @Test
    @DisplayName("A4: half of the code gives initials only, all of it what the paper says; nonsense is unknown")
    void verification() {
        signed();
        String code = code(patient, 0);
        var half =
                verify(code.substring(0, 14).toLowerCase(java.util.Locale.ROOT)).data();
        assertThat(half.path("standing").asString()).isEqualTo("GENUINE");
        assertThat(half.path("initials").asString()).isEqualTo("T. P.");
        assertThat(half.path("licence").asString()).isEqualTo("DE-4711");
        assertThat(half.path("full").isNull()).isTrue();
        assertThat(half.toString()).doesNotContain("Test Person", "Amoxicillin");
        assertThat(verify(code).data().at("/full/items/0/medication").asString())
                .isEqualTo("Amoxicillin");
        for (String wrong : List.of("ABCD", "' or 1=1 --", code.substring(0, 24) + "-0000", "%")) {
            assertThat(verify(wrong).data().path("standing").asString())
                    .as(wrong)
                    .isEqualTo("UNKNOWN");
        }
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = 'PRESCRIPTION' and action = 'CHECKED'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    @DisplayName("A4: nothing is signed that lacks a dose, and nothing without the doctor's licence number")
    void incomplete() {
        String path = draft();
        save(path, 0, ITEM.replace("500 mg", " "));
        assertThat(sign(path, 1).code()).isEqualTo("PRESCRIPTION_INCOMPLETE");
        save(path, 1, ITEM);
        jdbc.sql("update identity_account set licence = '' where id = ?")
                .param(doctor.id().value())
                .update();
        assertThat(sign(path, 2).code()).isEqualTo("LICENCE_MISSING");
    }

    @Test
    @DisplayName(
            "A4: the number that the clinic has on file goes before the one that the doctor entered; the birth year is told")
    void onFile() {
        String onFile = "/api/v1/admin/licences/" + doctor.id();
        ask("PUT", onFile, clinic.somebody(Role.ADMIN), "{\"licence\":\"FILE-1\"}");
        ask("PUT", "/api/v1/prescriber", doctor, "{\"licence\":\"MINE-2\"}");
        jdbc.sql("update identity_account set date_of_birth = date '1980-03-04' where id = ?")
                .param(patient.id().value())
                .update();
        signed();
        var half = verify(code(patient, 0).substring(0, 14)).data();
        assertThat(half.path("licence").asString()).isEqualTo("FILE-1");
        assertThat(half.path("yearOfBirth").asInt()).isEqualTo(1980);
        assertThat(half.toString()).doesNotContain("1980-03");
    }

    @Test
    @DisplayName("A4: the letter names doctor, licence, medication and code; it can be told that it was replaced")
    void letter() throws IOException {
        String path = signed();
        String code = code(patient, 0);
        String text = pdf(path, 1, patient);
        assertThat(text).contains("DE-4711", "Amoxicillin", "500 mg", "three times a day", "7 days", "by mouth", code);
        assertThat(text).doesNotContain("newer version");
        ask("POST", path + "/correct", doctor, null);
        sign(path, 2);
        assertThat(pdf(path, 1, patient)).contains("newer version");
        assertThat(ask("GET", path + "/versions/3/pdf", patient, null).status()).isEqualTo(404);
    }

    private String pdf(String path, int version, Person who) throws IOException {
        var request = new Http(port).request("GET", path + "/versions/" + version + "/pdf", null);
        byte[] bytes;
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            bytes = client.send(
                            request.header("Cookie", "CONSILIUM_SESSION=" + who.token())
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
