package org.yijitong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The product's entry. */
@SpringBootApplication
public class Yijitong {

    static void main(String[] args) {
        SpringApplication.run(Yijitong.class, args);
    }
}
