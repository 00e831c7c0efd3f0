import type { Controle } from "../../controle";
import { ecrireNombre, phraserVerdict, typographier } from "../../redaction";
import type { Feuillets } from "../feuillets";
import type { Style } from "../plan";

const ENCADRE: Style = {
  vertical: "milieu",
  bordures: { haut: "moyen", bas: "moyen", gauche: "moyen", droite: "moyen" },
};

export function encadrerLeVerdict(feuillets: Feuillets, controle: Controle): void {
  const { titre, detail } = phraserVerdict(controle);
  feuillets.texte(`${titre}. ${detail}`, { ...ENCADRE, gras: true, taille: 12 });
  feuillets.texte(sommes(controle), { bordures: ENCADRE.bordures });
}

/** Les nombres qui fondent le verdict. */
function sommes({ type, totaux }: Controle): string {
  const { deficit, avantLu, avantLegal, apres, marge } = totaux;
  const ecrire = (nombre: number | null): string =>
    nombre === null ? "non conclu" : ecrireNombre(nombre);
  const parties = [
    `Logements manquants : ${ecrire(deficit)}`,
    ...(type === "arrondissements"
      ? []
      : [
          `objectifs légaux recalculés : ${ecrire(avantLegal)}`,
          ...(avantLu === null ? [] : [`objectifs avant, tels qu'écrits : ${ecrire(avantLu)}`]),
        ]),
    `${type === "mutualisant" ? "objectifs après" : "objectifs retenus"} : ${ecrire(apres)}`,
    ...(type === "mutualisant" ? [`marge : ${signe(marge)}${ecrire(marge)}`] : []),
  ];
  return typographier(`${parties.join(" ; ")}.`);
}

function signe(nombre: number | null): string {
  return nombre !== null && nombre > 0 ? "+" : "";
}
