package health.consilium.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.identity.Accounts;
import health.consilium.identity.Users;
import health.consilium.testing.Http;
import health.consilium.testing.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Production: no demo route answers, no demo account is there, and a demo's database is refused. */
@ServerTest
@TestPropertySource(
        properties = {"consilium.mode=production", "consilium.tls.trusted-proxy=true", "consilium.webhook.rehearsal="})
class ProductionHasNoDemoTests {
    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private Accounts accounts;

    @Test
    @DisplayName("the routes of the demo do not exist")
    void noRoutes() {
        Http http = new Http(port);
        assertThat(http.send("GET", "/api/v1/auth/demo-accounts", null, null).code())
                .isEqualTo("NOT_FOUND");
        String click = "{\"id\":\"%s\"}".formatted(DemoPeople.WEBER.id());
        assertThat(http.send("POST", "/api/v1/auth/demo-login", null, click).code())
                .isEqualTo("NOT_FOUND");
        assertThat(http.send("GET", "/api/v1/app", null, null)
                        .data()
                        .path("demo")
                        .asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("the demo's people are not there; a database that has them is refused at the start")
    void demoDataIsRefused() {
        NoDemoInProduction check = new NoDemoInProduction(users);
        check.afterPropertiesSet();
        accounts.ensure(DemoPeople.LINDQVIST);
        assertThatThrownBy(check::afterPropertiesSet).isInstanceOf(DemoDataFound.class);
        assertThat(new DemoDataFound.Words().analyze(new IllegalStateException(new DemoDataFound())))
                .isNotNull()
                .extracting(FailureAnalysis::getAction)
                .asString()
                .contains("CONSILIUM_DATA_DIRECTORY");
    }
}
