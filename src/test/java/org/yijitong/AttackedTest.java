package org.yijitong;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * A test that attacks the product over a real port and leaves nothing as it was: all tests so marked share one server
 * and one database, which no other test sees.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ServedTest
@TestPropertySource(properties = "test.attacked=yes")
public @interface AttackedTest {}
