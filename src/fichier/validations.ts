import type { Validation } from "../feuilles";
import { lirePlage } from "./reperes";
import { depuisTexteXml, versTexteXml } from "./texte-xml";
import { enfant, enfants, estVrai, type ElementXml } from "./xml";

type Regle = Validation["regle"];

/** Listes de choix et bornes, qui suivent les fusions. L'alerte avertit sans interdire. */
export function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return "";
  const regles = validations.map(validationXml).join("");
  return `<dataValidations count="${validations.length}">${regles}</dataValidations>`;
}

function validationXml({ plage, regle, invite, alerte }: Validation): string {
  const attributs = [
    `type="${"liste" in regle ? "list" : "whole"}" errorStyle="warning" allowBlank="1"`,
    `showInputMessage="1" promptTitle="${versTexteXml(invite.titre)}" prompt="${versTexteXml(invite.texte)}"`,
    alerte &&
      `showErrorMessage="1" errorTitle="${versTexteXml(alerte.titre)}" error="${versTexteXml(alerte.texte)}"`,
    `sqref="${plage}"`,
  ];
  return `<dataValidation ${attributs.filter(Boolean).join(" ")}>${formulesXml(regle)}</dataValidation>`;
}

function formulesXml(regle: Regle): string {
  if ("entier" in regle) {
    const { min, max } = regle.entier;
    return `<formula1>${min}</formula1><formula2>${max}</formula2>`;
  }
  const choix = regle.liste.join(",").replaceAll('"', '""');
  return `<formula1>${versTexteXml(`"${choix}"`)}</formula1>`;
}

/** Les validations qu'un plan sait dire ; les autres (formule, date, plage) ne sont pas rendues. */
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
      ? { alerte: bulle(attributs.errorTitle, attributs.error) }
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

function lireRegle(element: ElementXml): Regle | undefined {
  const { type, operator = "between" } = element.attributs;
  const formule1 = enfant(element, "formula1")?.texte ?? "";
  if (type === "list") {
    const [, choix] = /^"(.*)"$/s.exec(depuisTexteXml(formule1)) ?? [];
    return choix === undefined ? undefined : { liste: choix.replaceAll('""', '"').split(",") };
  }
  const [min, max] = [formule1, enfant(element, "formula2")?.texte ?? ""].map(Number);
  const bornee = type === "whole" && operator === "between" && Number.isInteger(min);
  return bornee && Number.isInteger(max) ? { entier: { min: min ?? 0, max: max ?? 0 } } : undefined;
}
