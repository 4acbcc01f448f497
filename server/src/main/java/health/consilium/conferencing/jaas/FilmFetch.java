package health.consilium.conferencing.jaas;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Fetches a film: up to a size and for a while, and where it is sent on only within the same host. */
final class FilmFetch implements AutoCloseable {
    private static final int HOPS = 3;
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final CloseableHttpClient http;
    private final Rules rules;
    private final long largest;
    private final Duration longest;

    /** Which addresses are asked. */
    @FunctionalInterface
    interface Rules {
        URI accepted(String link) throws IOException;
    }

    /** Does something with a film while it comes. */
    @FunctionalInterface
    interface Reader {
        void read(InputStream film) throws IOException;
    }

    /**
     * @param largest in bytes
     * @param longest for the whole of it
     */
    FilmFetch(Rules rules, DnsResolver names, long largest, Duration longest) {
        this.rules = rules;
        this.largest = largest;
        this.longest = longest;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(Timeout.of(SILENCE))
                                .build())
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Consilium")
                .build();
    }

    /** @throws IOException when it does not come whole; its words hold no link */
    void fetch(String link, Reader reader) throws IOException {
        URI address = rules.accepted(link);
        for (int i = 0; i <= HOPS; i++) {
            String next = ask(address, reader);
            if (next == null) {
                return;
            }
            URI onward = rules.accepted(next);
            if (!onward.getRawAuthority().equalsIgnoreCase(address.getRawAuthority())) {
                throw new IOException("the film's host sends on to another");
            }
            address = onward;
        }
        throw new IOException("the film's host sends on and on");
    }

    /** @return where it is sent on to; null: it has been read */
    private @Nullable String ask(URI address, Reader reader) throws IOException {
        HttpGet request = new HttpGet(address);
        try (ClassicHttpResponse answer = http.executeOpen(null, request, null)) {
            int status = answer.getCode();
            Header onward = answer.getFirstHeader("Location");
            if (status / 100 == 3 && onward != null) {
                return address.resolve(onward.getValue()).toString();
            }
            if (status != 200 || answer.getEntity() == null) {
                throw new IOException("the film's host answers " + status);
            }
            reader.read(new Bounded(answer.getEntity().getContent()));
            return null;
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("the film's host sends on to nowhere");
        } finally {
            // What is left of it is of no interest; it is not read to its end.
            request.abort();
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private final class Bounded extends FilterInputStream {
        private final long began = System.nanoTime();
        private long left = largest;

        Bounded(InputStream from) {
            super(from);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int many = super.read(into, offset, length);
            count(Math.max(many, 0));
            return many;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("the film is too large");
            }
            if (System.nanoTime() - began > longest.toNanos()) {
                throw new IOException("the film takes too long");
            }
        }
    }
}
