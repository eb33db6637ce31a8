/**
 * The hotline for programs that speak Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2): what is asked there is raised
 * at the door like what is typed into the form. What anybody reads of a request is what its flow says is public.
 */
@NullMarked
package org.yijitong.matter.open311;

import org.jspecify.annotations.NullMarked;
