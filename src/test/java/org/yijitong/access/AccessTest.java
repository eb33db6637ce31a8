package org.yijitong.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.yijitong.ProductTest;

/** A test of the whole product with a clock that can be moved and the routes of {@link Probe} beside the real ones. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ProductTest
@Import(Probe.class)
public @interface AccessTest {}
