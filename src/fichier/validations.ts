import { maximumDe, type Validation } from "../feuilles";
import { absolue } from "../tableau";
import { lirePlage } from "./reperes";
import { depuisTexteXml, versTexteXml } from "./texte-xml";
import { enfant, enfants, estVrai, type ElementXml } from "./xml";

type Regle = Validation["regle"];

/** Listes de choix et bornes, qui suivent les fusions. L'alerte avertit, ou interdit. */
export function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return "";
  const regles = validations.map(validationXml).join("");
  return `<dataValidations count="${validations.length}">${regles}</dataValidations>`;
}

function validationXml({ plage, regle, invite, alerte, bloquante }: Validation): string {
  const attributs = [
    `type="${typeXml(regle)}" errorStyle="${bloquante ? "stop" : "warning"}" allowBlank="1"`,
    `showInputMessage="1" promptTitle="${versTexteXml(invite.titre)}" prompt="${versTexteXml(invite.texte)}"`,
    alerte &&
      `showErrorMessage="1" errorTitle="${versTexteXml(alerte.titre)}" error="${versTexteXml(alerte.texte)}"`,
    `sqref="${plage}"`,
  ];
  return `<dataValidation ${attributs.filter(Boolean).join(" ")}>${formulesXml(regle)}</dataValidation>`;
}

function typeXml(regle: Regle): string {
  if ("liste" in regle || "textesDe" in regle) return "list";
  return "date" in regle ? "date" : "whole";
}

function formulesXml(regle: Regle): string {
  if ("textesDe" in regle) return `<formula1>${absolue(regle.textesDe)}</formula1>`;
  if ("date" in regle) {
    const [min, max] = [regle.date.min, regle.date.max].map(jourXml);
    return `<formula1>${min}</formula1><formula2>${max}</formula2>`;
  }
  if ("entier" in regle) {
    const max = versTexteXml(String(maximumDe(regle.entier)));
    return `<formula1>${regle.entier.min}</formula1><formula2>${max}</formula2>`;
  }
  const choix = regle.liste.join(",").replaceAll('"', '""');
  return `<formula1>${versTexteXml(`"${choix}"`)}</formula1>`;
}

/** « 2026-01-31 » : DATE(2026,1,31), juste aussi dans un classeur réglé sur le calendrier de 1904. */
function jourXml(jour: string): string {
  return `DATE(${jour.split("-").map(Number).join()})`;
}

/** Le jour qu'écrit `jourXml` ; les autres façons d'écrire une date ne sont pas lues. */
function lireJour(formule: string): string | undefined {
  const [, annee, mois = "", jour = ""] =
    /^DATE\((\d{4}),(\d{1,2}),(\d{1,2})\)$/.exec(formule) ?? [];
  return annee && [annee, mois.padStart(2, "0"), jour.padStart(2, "0")].join("-");
}

/** Les validations qu'un plan sait dire ; les autres (formule, plage d'une autre feuille) ne sont pas rendues. */
export function lireValidations(feuille: ElementXml): Validation[] {
  return enfants(enfant(feuille, "dataValidations"), "dataValidation").flatMap((element) => {
    const { attributs } = element;
    const regle = lireRegle(element);
    if (!regle) return [];
    const bulle = (titre = "", texte = "") => ({
      titre: depuisTexteXml(titre),
      texte: depuisTexteXml(texte),
    });
    const alerte = estVrai(attributs.showErrorMessage)
      ? {
          alerte: bulle(attributs.errorTitle, attributs.error),
          // Sans style, Excel interdit.
          ...((attributs.errorStyle ?? "stop") === "stop" && { bloquante: true }),
        }
      : {};
    const invite = estVrai(attributs.showInputMessage)
      ? bulle(attributs.promptTitle, attributs.prompt)
      : bulle();
    return (attributs.sqref ?? "")
      .split(" ")
      .filter((plage) => lirePlage(plage))
      .map((plage) => ({ plage, regle, invite, ...alerte }));
  });
}

/** Ce qu'écrit `maximumDe`. */
const BORNE_PAR_UNE_CELLULE = /^IF\([A-Z]{1,3}\d+="",(\d+),([A-Z]{1,3}\d+)\)$/;

function lireRegle(element: ElementXml): Regle | undefined {
  const { type, operator = "between" } = element.attributs;
  const formule1 = enfant(element, "formula1")?.texte ?? "";
  if (type === "list") {
    const [, choix] = /^"(.*)"$/s.exec(depuisTexteXml(formule1)) ?? [];
    if (lirePlage(formule1)) return { textesDe: formule1.replaceAll("$", "") };
    return choix === undefined ? undefined : { liste: choix.replaceAll('""', '"').split(",") };
  }
  const formule2 = enfant(element, "formula2")?.texte ?? "";
  if (type === "date" && operator === "between") {
    const [min, max] = [formule1, formule2].map(lireJour);
    return min && max ? { date: { min, max } } : undefined;
  }
  const [, ouVide, auPlus] = BORNE_PAR_UNE_CELLULE.exec(depuisTexteXml(formule2)) ?? [];
  const [min = 0, max = 0] = [formule1, ouVide ?? formule2].map(Number);
  const bornee = type === "whole" && operator === "between";
  if (!bornee || !Number.isInteger(min) || !Number.isInteger(max)) return undefined;
  return { entier: { min, max, ...(auPlus !== undefined && { auPlus }) } };
}
