package org.yijitong.notice;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yijitong.shared.Invalid;

/**
 * Which addresses may be called from here. A hook is set by somebody of a unit and called by the server, which stands inside
 * the house: what only the server can reach is refused (CWE-918), unless whoever runs the server allows its network. What a
 * name stands for is asked each time and the connection goes to just that.
 */
@Component
class HookAddresses {
    private static final int LONGEST = 500;
    private static final int LAST_PORT = 65_535;

    private final List<Network> allowed;

    /** @param networks such as {@code 10.12.0.0/16}, with commas; none by default */
    HookAddresses(@Value("${yijitong.hooks.networks:}") String networks) {
        allowed = networks.isBlank()
                ? List.of()
                : Arrays.stream(networks.split(",", -1))
                        .map(each -> Network.of(each.strip()))
                        .toList();
    }

    /** Why an address is not called. */
    static final class Barred extends Exception {
        private static final long serialVersionUID = 1L;

        Barred(String where) {
            super(where, null, false, false);
        }
    }

    /**
     * The address as it is kept, for what was typed.
     *
     * @throws Invalid on {@code address} when it is none, or not to be called
     */
    String asTyped(String typed) {
        URI address = read(typed.strip());
        try {
            resolve(address);
            return address.toASCIIString();
        } catch (UnknownHostException e) {
            throw new Invalid("address", "notice.invalid.hook.unknown");
        } catch (Barred e) {
            throw new Invalid("address", "notice.invalid.hook.inside");
        }
    }

    private static URI read(String typed) {
        @Nullable URI address = parsed(typed);
        if (address == null
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null
                || address.getPort() == 0
                || address.getPort() > LAST_PORT
                || typed.length() > LONGEST
                || !List.of("https", "http").contains(scheme(address))) {
            throw new Invalid("address", "notice.invalid.hook.address");
        }
        return address;
    }

    private static @Nullable URI parsed(String typed) {
        try {
            return new URI(typed);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }

    /**
     * What an address stands for now; the connection is made to this and to nothing asked later. Without TLS only this
     * machine is called.
     *
     * @throws UnknownHostException when nobody knows the name
     * @throws Barred when any of what the name stands for lies inside and is not allowed
     */
    InetAddress resolve(URI address) throws UnknownHostException, Barred {
        InetAddress[] all = InetAddress.getAllByName(address.getHost());
        boolean secure = scheme(address).equals("https");
        for (InetAddress each : all) {
            boolean inside = Network.INSIDE.stream().anyMatch(network -> network.holds(each));
            boolean let = allowed.stream().anyMatch(network -> network.holds(each));
            if ((inside && !let) || (!secure && !each.isLoopbackAddress())) {
                throw new Barred(address.getHost());
            }
        }
        return all[0];
    }
}
