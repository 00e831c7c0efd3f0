/** « npm run -s controler -- a.xlsx » : contrôle des classeurs sans Excel (src/commande). */

import "./charger-ts.cjs";
import { createRequire } from "node:module";
import { terminal } from "./terminal.mjs";

const require = createRequire(import.meta.url);
/** @type {typeof import("../src/commande")} */
const { commander } = require("../src/commande");

process.exitCode = await commander(process.argv.slice(2), terminal("controler"));
