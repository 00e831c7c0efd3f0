import type { Message } from "./message";
import { ecrireCompte, typographier } from "./typographie";

/** Ce que les cellules du complément disent de lui, dans ce classeur. */
export type EtatDesFonctions =
  | { etat: "sans-cellule" }
  | { etat: "actives"; nombre: number }
  /** `ranimables` : celles des mortes qu'il suffit de récrire. */
  | { etat: "mortes"; nombre: number; mortes: number; ranimables: number };

/** Les fonctions du complément se calculent-elles dans ce classeur ? */
export function phraserFonctions(fonctions: EtatDesFonctions): Message {
  const message = ((): Message => {
    switch (fonctions.etat) {
      case "sans-cellule":
        return {
          quoi: "Aucune cellule de ce classeur n'appelle le complément.",
          pourquoi: "Rien n'y montre donc si ses fonctions se calculent.",
          queFaire:
            "Pour l'essayer, tapez =CMS.VERSION() dans une cellule vide ; si elle montre #NOM?, fermez puis rouvrez Excel et le volet.",
        };
      case "actives":
        return {
          quoi: "Les fonctions CMS se calculent.",
          pourquoi: `${ecrireCompte(fonctions.nombre, "cellule les appelle", "cellules les appellent")}, et aucune n'est arrêtée.`,
          queFaire: "",
        };
      case "mortes":
        return {
          quoi: `${ecrireCompte(fonctions.mortes, "cellule CMS ne se calcule plus", "cellules CMS ne se calculent plus")}, sur ${fonctions.nombre}.`,
          pourquoi:
            fonctions.ranimables > 0
              ? "#NOM? dans une cellule : le complément n'était pas chargé quand le classeur a été ouvert ou enregistré. #OCCUPÉ! : sa page n'a pas répondu."
              : "Elles nomment une fonction que le complément n'a pas.",
          queFaire:
            fonctions.ranimables > 0
              ? "Remettez ces formules en marche : le complément les récrit telles quelles."
              : "Corrigez les noms ci-dessous : les récrire ne suffirait pas.",
        };
    }
  })();
  return {
    quoi: typographier(message.quoi),
    pourquoi: typographier(message.pourquoi),
    queFaire: typographier(message.queFaire),
  };
}

/** À quoi sert un ensemble de fonctionnalités d'Office, et ce qui manque sans lui. */
export function phraserEnsemble(nom: string, version: string): { sertA: string; sans: string } {
  const [sertA, sans] = ENSEMBLES.get(`${nom} ${version}`) ?? ["", ""];
  return { sertA: typographier(sertA), sans: typographier(sans) };
}

const ENSEMBLES: ReadonlyMap<string, readonly [string, string]> = new Map([
  [
    "SharedRuntime 1.1",
    [
      "Volet et fonctions ensemble",
      "Le complément ne s'ouvre pas : mettez Excel à jour, ou ouvrez le classeur dans Excel pour le web.",
    ],
  ],
  [
    "CustomFunctionsRuntime 1.1",
    [
      "Fonctions CMS dans les cellules",
      "Les cellules montrent #NOM? : mettez Excel à jour, ou demandez une copie à formules ordinaires.",
    ],
  ],
  [
    "ExcelApi 1.9",
    ["Feuilles écrites par le volet", "Le volet n'écrit pas de feuille : mettez Excel à jour."],
  ],
  [
    "ExcelApi 1.13",
    [
      "Cellules fusionnées reconnues",
      "Les cellules fusionnées ne sont pas signalées ; le reste se contrôle.",
    ],
  ],
  [
    "CompressedFile 1.1",
    [
      "Téléchargement d'une copie",
      "Enregistrez vous-même une copie, ouvrez-la, puis convertissez-y les cellules sélectionnées.",
    ],
  ],
]);

/** Des cellules ont changé entre l'aperçu et l'écriture. */
export function phraserCellulesChangees(adresses: readonly string[]): Message {
  const citees = adresses.slice(0, 3).join(", ");
  const suite = adresses.length > 3 ? "…" : "";
  return {
    quoi: typographier(
      `${ecrireCompte(adresses.length, "cellule a changé", "cellules ont changé")} depuis l'aperçu : ${citees}${suite}.`
    ),
    pourquoi: "Rien n’a été écrit, pour ne rien effacer.",
    queFaire: "Refaites l’aperçu, puis relancez.",
  };
}
