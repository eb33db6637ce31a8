/**
 * The papers offices ask for (台账、材料), filled from what was recorded: minutes, ledgers of a year, papers of matters, each as a page to
 * print, as .docx in the layout of official documents, as .xlsx. Nothing is ever filed twice to have one.
 *
 * <p><b>Words:</b> a form is a kind of paper, a paragraph in {@code forms.yaml}; a field is a name that stands for one thing
 * a record says; a template is a .docx with fields, ours unless the unit put in its own. <b>Tables:</b> schema {@code paper}.
 *
 * <p><b>Easy to get wrong:</b> a paper shows what holds now: withdrawn records are not in it, corrected ones as corrected.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "document", "organization", "mechanism", "activity", "matter"})
package org.yijitong.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
