/**
 * What stands in a text without being text: a mention, a picture, a rule. It is read as one character,
 * so that it counts in every comparison and no text of ours is ever taken for a neighbour of what is
 * not its neighbour.
 */

/** Stands for one such thing: the object replacement character of Unicode. */
export const ATOM = '\uFFFC';

/**
 * What an editor draws for itself, and takes away again: cursors, handles, placeholders. Of
 * ProseMirror, TinyMCE, Quill, Lexical, Slate and CKEditor, in this order.
 */
export const DRAWN =
  '.ProseMirror-widget, .ProseMirror-separator, [data-mce-bogus="all"], .ql-ui, [data-lexical-cursor], [data-slate-placeholder], .ck-fake-selection-container, .ck-widget__type-around, [class*="ck-clipboard-drop-target"]';

const INDIVISIBLE =
  '[contenteditable="false"], [data-slate-void="true"], img, hr, svg, math, canvas, video, audio, object, embed, iframe, input, button, select, textarea';

/** True for what nobody can put a caret into. */
export function isAtom(element: Element): boolean {
  return element.matches(INDIVISIBLE);
}

/** Elements that stand in a line of text and do not begin a new one. */
const INLINE =
  'a,abbr,b,bdi,bdo,big,cite,code,data,del,dfn,em,font,i,img,ins,kbd,label,mark,q,s,samp,small,span,strike,strong,sub,sup,time,tt,u,var,wbr,svg,math,canvas,video,audio,object,embed,iframe,input,button,select,textarea';

/** True for what stands in a line of text and does not begin a new one. */
export function isInLine(element: Element): boolean {
  return element.matches(INLINE);
}
