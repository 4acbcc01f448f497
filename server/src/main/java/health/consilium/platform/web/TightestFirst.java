package health.consilium.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Spring takes the first coding that a request names, also one refused by {@code q=0}, and remembers the choice for everybody
 * who names the same ones. Browsers name gzip first. So those that are taken are named here in our order: Brotli, then gzip.
 */
final class TightestFirst implements ResourceResolver {
    @Override
    public @Nullable Resource resolveResource(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return chain.resolveResource(request == null ? null : new Ordered(request), path, locations);
    }

    @Override
    public @Nullable String resolveUrlPath(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    private static final class Ordered extends HttpServletRequestWrapper {
        Ordered(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            String said = super.getHeader(name);
            return said != null && HttpHeaders.ACCEPT_ENCODING.equalsIgnoreCase(name) ? ordered(said) : said;
        }

        private static String ordered(String said) {
            Set<String> taken = taken(said);
            return EncodedResourceResolver.DEFAULT_CODINGS.stream()
                    .filter(taken::contains)
                    .collect(Collectors.joining(", "));
        }

        private static Set<String> taken(String said) {
            try {
                return AcceptEncoding.parse(new StringReader(said)).stream()
                        .filter(coding -> coding.getQuality() > 0)
                        .map(coding -> coding.getEncoding().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
            } catch (IOException unreadable) {
                return Set.of();
            }
        }
    }
}
