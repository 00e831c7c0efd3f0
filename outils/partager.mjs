/** « npm run -s partager -- a.xlsx --natif -o copie.xlsx » : une copie qui marche sans le complément (src/commande). */

import "./charger-ts.cjs";
import { createRequire } from "node:module";
import { terminal } from "./terminal.mjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("../src/commande")} */
const { partager } = require("../src/commande");

process.exitCode = await partager(process.argv.slice(2), terminal("partager"));
