// On pages in another language, says of names and values that are Chinese as printed that they are, for whoever hears the page.
"use strict";
(() => {
  const CHINESE = /[“‘《（]*[\u3400-\u9fff](?:[\u3000-\u9fff\uff00-\uffef“”‘’·…—0-9]*[\u3000-\u9fff\uff00-\uffef”’])?/g;
  const FOREIGN = /[A-Za-z]/;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const [text, parent] = [texts.currentNode, texts.currentNode.parentElement];
    if (text.data.search(CHINESE) >= 0 && !parent.closest("script, style, [lang|=zh]")) found.push(text);
  }
  found.forEach((text) => {
    const parent = text.parentElement;
    if (parent.childNodes.length === 1 && (!FOREIGN.test(text.data) || parent.matches("option, textarea, title"))) {
      parent.lang = "zh-Hans";
      return;
    }
    let from = 0;
    const parts = [];
    for (const match of text.data.matchAll(CHINESE)) {
      parts.push(text.data.slice(from, match.index), Object.assign(document.createElement("span"), { lang: "zh-Hans", textContent: match[0] }));
      from = match.index + match[0].length;
    }
    text.replaceWith(...parts, text.data.slice(from));
  });
  document.querySelectorAll("input:not([type]), input[type=text], input[type=search]").forEach((field) => {
    if (field.value.search(CHINESE) >= 0) field.lang = "zh-Hans";
  });
})();
