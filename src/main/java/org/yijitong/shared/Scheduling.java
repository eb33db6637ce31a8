package org.yijitong.shared;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets methods run by the clock, such as those that remove what is past its time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
