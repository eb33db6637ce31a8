package bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.engine.TaskService;
import org.flowable.task.api.Task;

/** The loop in Flowable as it comes: embedded, history at its usual level, no jobs beside it. */
final class FlowableLoop implements Worker.Loop {
    private final ProcessEngine engine;

    FlowableLoop(DataSource data) {
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setDataSource(data)
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setAsyncExecutorActivate(false)
                .buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("loop.bpmn20.xml")
                .deploy();
    }

    @Override
    public void run(int number) {
        engine.getIdentityService().setAuthenticatedUserId("officer");
        String id = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "six-steps", Map.of("host", "committee", "title", "一件要办的事", "problem", "走廊的灯坏了，请派人修"))
                .getId();
        take(id, "officer", Map.of("doer", "branch-" + number, "due", Date.from(Instant.now().plus(30, ChronoUnit.DAYS))));
        take(id, "secretary-" + number, Map.of());
        take(id, "secretary-" + number, Map.of("result", "换了三盏灯，都亮了"));
        take(id, "officer", Map.of("verified", "去看过了", "done", true));
        take(id, "officer", Map.of());
    }

    private void take(String process, String who, Map<String, Object> answers) {
        engine.getIdentityService().setAuthenticatedUserId(who);
        TaskService tasks = engine.getTaskService();
        Task task = tasks.createTaskQuery().processInstanceId(process).singleResult();
        tasks.complete(task.getId(), answers);
    }
}
