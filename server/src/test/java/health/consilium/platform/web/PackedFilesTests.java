package health.consilium.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import java.net.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A file that was packed when it was built is given as tight as whoever asks can unpack, whoever asked before them. */
@ServerTest
class PackedFilesTests {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                         | gzip",
                "gzip, deflate, br, zstd      | br",
                "br, gzip                     | br",
                "gzip;q=1.0, br;q=0.5         | br",
                "BR                           | br",
                "gzip, br;q=0                 | gzip",
                "gzip;q=0, br;q=0             | ",
                "identity                     | ",
            })
    @DisplayName("U35: Brotli for whoever takes it, in whatever order they say so; what they refuse, never")
    void theTightestThatIsTaken(String taken, @Nullable String given) {
        HttpHeaders headers = asks(taken);
        assertThat(headers.firstValue("Content-Encoding").orElse(null)).isEqualTo(given);
        if (given != null) {
            assertThat(headers.allValues("Vary")).anyMatch("Accept-Encoding"::equalsIgnoreCase);
        }
    }

    private HttpHeaders asks(String taken) {
        Http http = new Http(port);
        return http.send(http.request("GET", "/assets/packed.js", null)
                        .header("Accept-Encoding", taken)
                        .build())
                .raw()
                .headers();
    }
}
