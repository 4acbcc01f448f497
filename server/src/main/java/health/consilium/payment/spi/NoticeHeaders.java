package health.consilium.payment.spi;

import org.jspecify.annotations.Nullable;

/** The headers of a request that says it comes from a payment system. */
public interface NoticeHeaders {
    @Nullable
    String get(String name);
}
