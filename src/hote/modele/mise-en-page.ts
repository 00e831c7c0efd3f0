import type { FWorksheet } from "@univerjs/sheets/facade";
import { COLONNES_MAX, ecrireZone, LIGNES_MAX, type Zone } from "../adresse";
import type { ClasseurOuvert } from "../classeur-ouvert";
import { booleen, nombre, objetSimple, parmi, texte } from "../fil/arguments";
import { lecture, lectureEcriture, type ObjetHote, type Propriete } from "../fil/objet";
import { argumentInvalide } from "../fil/protocole";
import type { Impression } from "../impression";
import { estPlage, objetPlage } from "./plage";
import { lireAdresse } from "./references";

const ORIENTATIONS: Record<string, Impression["orientation"]> = {
  Portrait: "Portrait",
  Landscape: "Landscape",
};
const POINTS_PAR_UNITE: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const MARGES = ["Top", "Bottom", "Left", "Right", "Header", "Footer"] as const;

/** Objet « PageLayout » du fil. Univer n'imprime pas : tout est noté, puis écrit dans le .xlsx. */
export function objetMiseEnPage(classeur: ClasseurOuvert, feuille: FWorksheet): ObjetHote {
  const impression = classeur.impression.de(feuille.getSheetId());
  const zoneDe = (plage: unknown) =>
    estPlage(plage) ? plage.zone : lireAdresse(classeur, feuille, texte(plage)).zone;
  const plage = (adresse: string | undefined) =>
    adresse === undefined
      ? null
      : objetPlage(classeur, feuille, lireAdresse(classeur, feuille, adresse).zone);
  return {
    type: "PageLayout",
    proprietes: { ...proprietes(impression), ...marges(impression) },
    objets: { HeadersFooters: () => objetEntetes(impression) },
    acces: {
      GetPrintAreaOrNullObject: () => plage(impression.zone),
      GetPrintTitleRowsOrNullObject: () => plage(impression.lignesRepetees),
      GetPrintTitleColumnsOrNullObject: () => plage(impression.colonnesRepetees),
    },
    methodes: {
      SetPrintArea: (valeur) => {
        impression.zone = ecrireZone(zoneDe(valeur));
      },
      SetPrintTitleRows: (valeur) => {
        impression.lignesRepetees = ecrireZone({ ...lignesDe(zoneDe(valeur)) });
      },
      SetPrintTitleColumns: (valeur) => {
        const zone = { ...zoneDe(valeur), ligne: 0, hauteur: LIGNES_MAX };
        impression.colonnesRepetees = ecrireZone(zone);
      },
      SetPrintMargins: (unite, options) => fixerLesMarges(impression, unite, options),
    },
  };
}

function lignesDe(zone: Zone): Zone {
  return { ...zone, colonne: 0, largeur: COLONNES_MAX };
}

function proprietes(impression: Impression): Record<string, Propriete> {
  const bool = (lire: () => boolean, ecrire: (valeur: boolean) => void) =>
    lectureEcriture(lire, (valeur) => ecrire(booleen(valeur)));
  return {
    Orientation: lectureEcriture(
      () => impression.orientation,
      (valeur) => (impression.orientation = parmi(ORIENTATIONS, valeur))
    ),
    PaperSize: lectureEcriture(
      () => impression.format,
      (valeur) => (impression.format = texte(valeur))
    ),
    Zoom: lectureEcriture(
      () => impression.zoom,
      (valeur) => (impression.zoom = lireZoom(valeur))
    ),
    CenterHorizontally: bool(
      () => impression.centree.Horizontally,
      (oui) => (impression.centree.Horizontally = oui)
    ),
    CenterVertically: bool(
      () => impression.centree.Vertically,
      (oui) => (impression.centree.Vertically = oui)
    ),
    PrintGridlines: bool(
      () => impression.quadrillage,
      (oui) => (impression.quadrillage = oui)
    ),
    PrintHeadings: bool(
      () => impression.entetes,
      (oui) => (impression.entetes = oui)
    ),
    BlackAndWhite: bool(
      () => impression.noirEtBlanc,
      (oui) => (impression.noirEtBlanc = oui)
    ),
  };
}

function lireZoom(valeur: unknown): Impression["zoom"] {
  const zoom: Impression["zoom"] = {};
  for (const [nom, brute] of Object.entries(objetSimple(valeur))) {
    if (brute === null || brute === undefined) continue;
    if (nom !== "scale" && nom !== "horizontalFitToPages" && nom !== "verticalFitToPages") {
      throw argumentInvalide();
    }
    zoom[nom] = nombre(brute);
  }
  return zoom;
}

function marges(impression: Impression): Record<string, Propriete> {
  return Object.fromEntries(
    MARGES.map((cote) => [
      `${cote}Margin`,
      lectureEcriture(
        () => impression.marges[cote],
        (points) => (impression.marges[cote] = nombre(points))
      ),
    ])
  );
}

function fixerLesMarges(impression: Impression, unite: unknown, options: unknown): void {
  const points = parmi(POINTS_PAR_UNITE, unite);
  const demandees = objetSimple(options);
  for (const cote of MARGES) {
    const valeur = demandees[cote.toLowerCase()];
    if (valeur !== undefined && valeur !== null) impression.marges[cote] = nombre(valeur) * points;
  }
}

function objetEntetes(impression: Impression): ObjetHote {
  return {
    type: "HeaderFooterGroup",
    proprietes: { State: lecture(() => "Default") },
    objets: {
      DefaultForAllPages: () => ({
        type: "HeaderFooter",
        proprietes: Object.fromEntries(
          (["Left", "Center", "Right"] as const).flatMap((cote) =>
            (["Header", "Footer"] as const).map((place) => [
              `${cote}${place}`,
              lectureEcriture(
                () => impression.textes[cote][place],
                (valeur) => (impression.textes[cote][place] = texte(valeur))
              ),
            ])
          )
        ),
      }),
    },
  };
}

/** Objet « PageBreakCollection » (sauts de page horizontaux) du fil. */
export function objetSauts(classeur: ClasseurOuvert, feuille: FWorksheet): ObjetHote {
  const impression = classeur.impression.de(feuille.getSheetId());
  const objetSaut = (ligne: number): ObjetHote => ({
    type: "PageBreak",
    proprietes: { ColumnIndex: lecture(() => 0), RowIndex: lecture(() => ligne) },
    methodes: {
      Delete: () => {
        impression.sauts = impression.sauts.filter((autre) => autre !== ligne);
      },
    },
  });
  return {
    type: "PageBreakCollection",
    proprietes: {},
    elements: () => impression.sauts.map(objetSaut),
    acces: {
      Add: (plage) => {
        const { ligne } = estPlage(plage)
          ? plage.zone
          : lireAdresse(classeur, feuille, texte(plage)).zone;
        impression.sauts = [...new Set([...impression.sauts, ligne])].sort((a, b) => a - b);
        return objetSaut(ligne);
      },
    },
    methodes: {
      GetCount: () => impression.sauts.length,
      RemovePageBreaks: () => {
        impression.sauts = [];
      },
    },
  };
}
