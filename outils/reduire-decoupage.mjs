/**
 * « npm run decoupage » : récrit src/territoire/communes-par-epci.json depuis @etalab/decoupage-administratif.
 * À lancer après avoir changé la version du paquet : une par an, quand le millésime paraît.
 */

import { writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { reduireDecoupage } from "./decoupage.cjs";

const adresse = new URL("../src/territoire/communes-par-epci.json", import.meta.url);
const options = { ...(await resolveConfig(adresse)), parser: "json" };
writeFileSync(adresse, await format(JSON.stringify(reduireDecoupage()), options));
