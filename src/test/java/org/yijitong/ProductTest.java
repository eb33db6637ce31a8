package org.yijitong;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole product on a real database, without a network port (inject {@code MockMvcTester}). All tests so
 * marked share one context and one database: leave it as you found it ({@code @Transactional} rolls back), or work in
 * a unit of your own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(classes = Yijitong.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
public @interface ProductTest {}
