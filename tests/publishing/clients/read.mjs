// Prints what ical.js or node-ical reads of a feed: [uid, title, start, end, status] of each event, as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [library, modules, feed] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const text = readFileSync(feed, "utf8");

function inShanghai(moment) {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });
  return parts.format(moment).replace(" ", "T");
}

function onDay(moment) {
  const two = (number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

function readWithIcalJs() {
  const ICAL = require("ical.js");
  const calendar = new ICAL.Component(ICAL.parse(text));
  const shown = (time) => (time.isDate ? time.toString() : time.toString().slice(0, 16));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const status = component.getFirstPropertyValue("status");
    return [event.uid, event.summary, shown(event.startDate), shown(event.endDate), status];
  });
}

function readWithNodeIcal() {
  const events = Object.values(require("node-ical").sync.parseICS(text)).filter((one) => one.type === "VEVENT");
  return events.map((event) => {
    const shown = event.datetype === "date" ? onDay : inShanghai;
    return [event.uid, event.summary, shown(event.start), shown(event.end), event.status];
  });
}

const readers = { "ical.js": readWithIcalJs, "node-ical": readWithNodeIcal };
console.log(JSON.stringify(readers[library]()));
