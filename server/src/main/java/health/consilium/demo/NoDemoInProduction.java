package health.consilium.demo;

import health.consilium.identity.Users;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Everybody knows the password of the demo's people, so a database that has them may not serve patients. */
@Component
@ConditionalOnProperty(name = "consilium.mode", havingValue = "production", matchIfMissing = true)
class NoDemoInProduction implements InitializingBean {
    private final Users users;

    NoDemoInProduction(Users users) {
        this.users = users;
    }

    @Override
    public void afterPropertiesSet() {
        boolean found = DemoPeople.ALL.stream()
                .anyMatch(person -> users.find(person.id()).isPresent());
        if (found) {
            throw new DemoDataFound();
        }
    }
}
