import type { FWorksheet } from "@univerjs/sheets/facade";
import { citerFeuille, ecrireZone, type Zone } from "../adresse";
import { lecture, type ObjetHote } from "../fil/objet";
import { objetConditionnelles } from "./conditionnelles";

/** Objet « RangeAreas » du fil : plusieurs plages d'une même feuille. */
export function objetPlages(feuille: FWorksheet, zones: Zone[]): ObjetHote {
  const nom = citerFeuille(feuille.getSheetName());
  return {
    type: "RangeAreas",
    proprietes: {
      Address: lecture(() => zones.map((zone) => `${nom}!${ecrireZone(zone)}`).join(",")),
      AreaCount: lecture(() => zones.length),
    },
    objets: { ConditionalFormats: () => objetConditionnelles(feuille, zones) },
  };
}
