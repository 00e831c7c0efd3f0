import type { MiseEnPage } from "../feuilles";
import { depuisTexteXml, versTexteXml } from "./texte-xml";
import { pointsVersPouces, poucesVersPoints } from "./unites";
import { enfant, enfants, estVrai, type ElementXml } from "./xml";

/** Marges d'Excel (« Normal »), en pouces. */
const MARGES_PAR_DEFAUT = { top: 0.75, bottom: 0.75, left: 0.7, right: 0.7 };
const A4 = 9;

/** Sections d'un pied de page, dans l'ordre du fichier. */
const SECTIONS = [
  ["&L", "gauche"],
  ["&C", "centre"],
  ["&R", "droite"],
] as const;

/** Ce qu'une mise en page tient de noms réservés du classeur. */
export type PlagesReservees = Pick<MiseEnPage, "zone" | "lignesRepetees">;

/**
 * Mise en page d'une feuille ; `undefined` si le fichier ne règle que les marges, qu'Excel écrit toujours.
 * Sans ajustement à la page, `pagesEnLargeur` vaut 0.
 */
export function lireMiseEnPage(
  feuille: ElementXml,
  reserves: PlagesReservees
): MiseEnPage | undefined {
  const page = enfant(feuille, "pageSetup");
  const pied = enfant(feuille, "headerFooter");
  const coupures = enfant(feuille, "rowBreaks");
  if (!page && !pied && !coupures && Object.keys(reserves).length === 0) return undefined;

  const ajustee = enfant(enfant(feuille, "sheetPr"), "pageSetUpPr")?.attributs.fitToPage;
  const sauts = enfants(coupures, "brk").filter(({ attributs }) => estVrai(attributs.man));
  return {
    orientation: page?.attributs.orientation === "landscape" ? "paysage" : "portrait",
    marges: lireMarges(enfant(feuille, "pageMargins")),
    pagesEnLargeur: estVrai(ajustee) ? Number(page?.attributs.fitToWidth ?? 1) : 0,
    piedDePage: lirePied(enfant(pied, "oddFooter")?.texte ?? ""),
    ...reserves,
    sauts: sauts.map(({ attributs }) => Number(attributs.id) + 1),
  };
}

function lireMarges(marges: ElementXml | undefined): MiseEnPage["marges"] {
  const { top, bottom, left, right } = { ...MARGES_PAR_DEFAUT, ...marges?.attributs };
  return {
    haut: poucesVersPoints(Number(top)),
    bas: poucesVersPoints(Number(bottom)),
    gauche: poucesVersPoints(Number(left)),
    droite: poucesVersPoints(Number(right)),
  };
}

function lirePied(stocke: string): MiseEnPage["piedDePage"] {
  const pied = { gauche: "", centre: "", droite: "" };
  let section: keyof MiseEnPage["piedDePage"] = "centre";
  // « && » est une esperluette : elle ne peut pas ouvrir une section.
  for (const [morceau] of depuisTexteXml(stocke).matchAll(/&&|&.|[^&]+|&/gs)) {
    const ouverte = SECTIONS.find(([code]) => code === morceau)?.[1];
    if (ouverte) section = ouverte;
    else pied[section] += morceau;
  }
  return pied;
}

/** Éléments qui précèdent les cellules. */
export function ajustementXml(miseEnPage: MiseEnPage | undefined): string {
  if (!miseEnPage?.pagesEnLargeur) return "";
  return '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
}

/** Éléments qui suivent les cellules et les fusions, dans l'ordre que le format impose. */
export function miseEnPageXml(miseEnPage: MiseEnPage): string {
  return [
    margesXml(miseEnPage.marges),
    pageXml(miseEnPage),
    piedXml(miseEnPage.piedDePage),
    sautsXml(miseEnPage.sauts),
  ].join("");
}

function margesXml({ haut, bas, gauche, droite }: MiseEnPage["marges"]): string {
  const attributs = [
    ["left", gauche],
    ["right", droite],
    ["top", haut],
    ["bottom", bas],
    // En-tête et pied tiennent au milieu de leur marge.
    ["header", haut / 2],
    ["footer", bas / 2],
  ] as const;
  const ecrits = attributs.map(([nom, points]) => `${nom}="${pointsVersPouces(points)}"`);
  return `<pageMargins ${ecrits.join(" ")}/>`;
}

function pageXml({ orientation, pagesEnLargeur }: MiseEnPage): string {
  const sens = orientation === "paysage" ? "landscape" : "portrait";
  // Hauteur 0 : autant de pages qu'il en faut.
  const ajustement = pagesEnLargeur ? ` fitToWidth="${pagesEnLargeur}" fitToHeight="0"` : "";
  return `<pageSetup paperSize="${A4}"${ajustement} orientation="${sens}"/>`;
}

function piedXml(pied: MiseEnPage["piedDePage"]): string {
  const texte = SECTIONS.map(([code, section]) => pied[section] && code + pied[section]).join("");
  return texte && `<headerFooter><oddFooter>${versTexteXml(texte)}</oddFooter></headerFooter>`;
}

function sautsXml(sauts: number[]): string {
  if (sauts.length === 0) return "";
  const coupures = sauts.map((ligne) => `<brk id="${ligne - 1}" max="16383" man="1"/>`);
  const nombre = sauts.length;
  return `<rowBreaks count="${nombre}" manualBreakCount="${nombre}">${coupures.join("")}</rowBreaks>`;
}
