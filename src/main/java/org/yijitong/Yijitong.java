package org.yijitong;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.yijitong.operation.Launcher;

/** The product's entry. */
@SpringBootApplication
public class Yijitong {

    static void main(String[] args) {
        Launcher.start(Yijitong.class, args);
    }
}
