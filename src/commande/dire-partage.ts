import type { Changement, RapportDeCopie, Reste } from "../fichier";
import {
  ecrireCompte,
  enUneLigne,
  nommerLieu,
  phraserFigee,
  phraserReste,
  phraserSignatureRetiree,
  typographier,
} from "../redaction";
import { enLignes, neutre, type Page } from "./ecrire-texte";

/** Ce qui se dit d'une copie : la forme de `--json`. */
export interface RapportDePartage {
  /** Tels que donnés sur la ligne de commande. */
  fichier: string;
  /** `null` : rien n'a été écrit. */
  copie: string | null;
  mode: "natif" | "valeurs";
  converties: number;
  figees: number;
  restees: number;
  /** `message` : pourquoi une formule n'a pas été convertie ; `null` sinon. */
  changements: (Changement & { message: string | null })[];
  restes: (Reste & { message: string })[];
  /** `null` : le classeur n'était pas signé, ou l'est encore. */
  signature: { message: string } | null;
  /** Pourquoi rien n'a été écrit. */
  erreur: { code: string; message: string } | null;
}

/** Met en mots le rapport d'une copie écrite. */
export function direPartage(
  fichier: string,
  copie: string,
  mode: RapportDePartage["mode"],
  { changements, restes, signatureRetiree }: RapportDeCopie
): RapportDePartage {
  const figees = changements.filter(({ devient }) => devient === "valeur").length;
  return {
    fichier,
    copie,
    mode,
    converties: changements.length - figees,
    figees,
    restees: restes.length,
    changements: changements.map((changement) => ({
      ...changement,
      message: changement.raisons.length > 0 ? enUneLigne(phraserFigee(changement.raisons)) : null,
    })),
    restes: restes.map((reste) => ({
      ...reste,
      message: enUneLigne(phraserReste(reste.raisons, reste.fonctions)),
    })),
    signature: signatureRetiree ? { message: enUneLigne(phraserSignatureRetiree()) } : null,
    erreur: null,
  };
}

/** Le rapport d'une copie : les comptes, puis ce qui n'a pas été converti, raison par raison. */
export function ecrirePartage(rapport: RapportDePartage, page: Page): string {
  const { encre } = page;
  const { fichier, copie, converties, figees, restees, signature, erreur } = rapport;
  const titre = encre.gras(neutre(fichier));
  if (erreur) {
    return [titre, ...enLignes(encre.rouge(neutre(erreur.message)), page, 2)].join("\n");
  }
  const comptes = [
    ecrireCompte(converties, "formule convertie", "formules converties"),
    ecrireCompte(figees, "remplacée par sa valeur", "remplacées par leurs valeurs"),
    ecrireCompte(restees, "laissée telle quelle", "laissées telles quelles"),
  ];
  return [
    `${titre} → ${encre.gras(neutre(copie ?? ""))}`,
    ...enLignes(typographier(`${comptes.join(", ")}.`), page, 2),
    ...(signature ? ["", ...enLignes(encre.jaune(neutre(signature.message)), page, 2)] : []),
    ...ecrireParRaison(rapport.restes, encre.rouge, page),
    ...ecrireParRaison(rapport.changements, encre.jaune, page),
  ].join("\n");
}

function ecrireParRaison(
  formules: readonly (Pick<Reste, "lieu"> & { message: string | null })[],
  peindre: (texte: string) => string,
  page: Page
): string[] {
  const parMessage = new Map<string, string[]>();
  for (const { lieu, message } of formules) {
    if (message === null) continue;
    const lieux = parMessage.get(message) ?? [];
    parMessage.set(message, lieux);
    lieux.push(neutre(nommerLieu(lieu)));
  }
  return [...parMessage].flatMap(([message, lieux]) => [
    "",
    ...enLignes(peindre(neutre(message)), page, 2),
    ...enLignes(lieux.join(", "), page, 4),
  ]);
}
