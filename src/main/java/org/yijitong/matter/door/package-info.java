/**
 * The door for those who raise a matter without holding a post: the hotline (民声热线), complaints (投诉建议, red line R9),
 * corrections of one's own record, and bright ideas (金点子). Whoever asks gets a receipt
 * code, shown once and kept as a hash; it opens how far the matter is and what the flow says is told (told), and lets its
 * holder judge the answer where the flow says so (caller).
 */
@NullMarked
package org.yijitong.matter.door;

import org.jspecify.annotations.NullMarked;
