package health.consilium.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * What the tests of a class leave undone (deadlines, reminders, refunds) is not done among the tests of the next one, which
 * would wait for all of it whenever they move the clock that they share.
 */
final class LeftOvers extends AbstractTestExecutionListener {
    @Override
    public void afterTestClass(TestContext tests) {
        if (!tests.hasApplicationContext()) {
            return;
        }
        JdbcClient jdbc = tests.getApplicationContext().getBean(JdbcClient.class);
        jdbc.sql("delete from scheduled_tasks where task_instance <> 'recurring' and not picked")
                .update();
        jdbc.sql("delete from notification_message where state in ('QUEUED', 'FAILED')")
                .update();
    }
}
