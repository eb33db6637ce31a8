package org.yijitong.operation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yijitong.access.Accounts;
import org.yijitong.access.FirstAdministrator;
import org.yijitong.operation.postgres.Database;
import org.yijitong.operation.postgres.StartRefused;
import org.yijitong.organization.Because;
import org.yijitong.organization.OrganizationKind;
import org.yijitong.organization.OrganizationState;
import org.yijitong.organization.Units;
import org.yijitong.shared.Days;
import org.yijitong.shared.Invalid;
import org.yijitong.shared.UnitId;

/**
 * {@code ./run administrator}: the first administrator of a unit gets a one-time code, and the unit is founded if it is not
 * there. The whole product is started for that, out of reach of anybody, so that everything which follows from a founding
 * follows.
 */
final class AdministratorCommand {
    static final String NAME = "administrator";
    private static final String USAGE =
            "./run administrator ACCOUNT --unit CODE [--name NAME] [--below CODE] [--data DIR]";

    /** On this machine only, at a port nobody knows; nothing is said but the code. */
    private static final String[] QUIET = {
        "--server.address=127.0.0.1",
        "--server.port=0",
        "--logging.level.org.yijitong=warn",
        "--spring.main.log-startup-info=false"
    };

    private final String account;
    private final String unit;
    private final @Nullable String name;
    private final @Nullable String below;

    private AdministratorCommand(String account, String unit, @Nullable String name, @Nullable String below) {
        this.account = account;
        this.unit = unit;
        this.name = name;
        this.below = below;
    }

    /**
     * Runs to its end.
     *
     * @param application the class that carries {@code @SpringBootApplication}
     * @param rest what follows {@code administrator} on the command line
     * @throws StartRefused with the reason why nobody is let in
     */
    static int run(Class<?> application, Map<String, String> environment, Clock clock, List<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("-")) {
            throw new StartRefused("whom? " + USAGE);
        }
        var words = new ArrayList<>(rest.subList(1, rest.size()));
        String unit = OptionWords.after("--unit", words).orElseThrow(() -> new StartRefused("of which unit? " + USAGE));
        String name = OptionWords.after("--name", words).orElse(null);
        String below = OptionWords.after("--below", words).orElse(null);
        var command = new AdministratorCommand(rest.getFirst(), unit, name, below);
        Console console = Console.of(environment, clock, words);
        SecretFiles.in(console.settings().secrets()).requireSound();
        console.attach(database -> command.start(application, console, database));
        return 0;
    }

    private void start(Class<?> application, Console console, Database database) {
        var spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(starting -> starting.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "start", Map.copyOf(console.settings().with(database).properties()))));
        spring.addInitializers(starting -> starting.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("alone", Map.of("yijitong.demo", "false"))));
        try (var context = spring.run(QUIET)) {
            letIn(context);
        } catch (Invalid e) {
            throw new StartRefused(
                    "the account " + account + " cannot be opened: the name is taken, or has other signs than"
                            + " 2 to 40 letters, digits, dots, hyphens and underscores",
                    e);
        }
    }

    /** Who is refused founds no unit, either. */
    private void letIn(ApplicationContext context) {
        String said =
                context.getBean(TransactionTemplate.class).execute(_ -> letIn(context, context.getBean(Units.class)));
        Launcher.say(String.valueOf(said));
    }

    private String letIn(ApplicationContext context, Units units) {
        Units.Unit found = units.byCode(unit).orElseGet(() -> found(units, context.getBean(Days.class)));
        String code = context.getBean(FirstAdministrator.class)
                .open(found.unitId(), found.rootId().value(), account)
                .orElseThrow(() -> new StartRefused("the unit " + unit
                        + " has an administrator already, who opens further accounts on the page of accounts"));
        return found.name() + ": " + account + " signs in with the one-time code " + code
                + " within 24 hours, and chooses a password";
    }

    private Units.Unit found(Units units, Days days) {
        if (name == null) {
            throw new StartRefused("there is no unit " + unit + " yet: give its name, too, with --name");
        }
        Optional<UnitId> superior = Optional.ofNullable(below)
                .map(code -> units.byCode(code)
                        .orElseThrow(() -> new StartRefused("there is no unit " + code + " to stand above"))
                        .unitId());
        if (superior.isEmpty() && !units.isEmpty()) {
            throw new StartRefused("say with --below which unit stands above " + unit);
        }
        var kind = superior.isEmpty() ? OrganizationKind.WORKING_COMMITTEE : OrganizationKind.ORGAN_COMMITTEE;
        return units.found(
                Accounts.NOBODY,
                unit,
                superior.orElse(null),
                new OrganizationState(name, null, kind, null, 0, null),
                Because.on(days.today()));
    }
}
