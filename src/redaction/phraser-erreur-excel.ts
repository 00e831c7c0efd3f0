import type { Message } from "./message";

const MESSAGES: Readonly<Record<string, Message>> = {
  InvalidOperationInCellEditMode: {
    quoi: "Une cellule est en cours de saisie.",
    pourquoi: "Excel n’accepte aucune autre opération pendant ce temps.",
    queFaire: "Appuyez sur Entrée ou Échap dans la feuille, puis relancez.",
  },
  ItemAlreadyExists: {
    quoi: "Une feuille de ce nom existe déjà.",
    pourquoi: "Elle vient sans doute d’être ajoutée ; rien n’a été écrit.",
    queFaire: "Choisissez un autre nom, puis relancez.",
  },
  AccessDenied: {
    quoi: "Le classeur refuse la modification.",
    pourquoi: "Le classeur ou la feuille est protégé, ou ouvert en lecture seule.",
    queFaire: "Ôtez la protection (onglet Révision), ou travaillez sur une copie.",
  },
  ApiNotFound: {
    quoi: "Cette version d’Excel ne sait pas faire cette opération.",
    pourquoi: "Elle est plus ancienne que celle que demande cette partie du complément.",
    queFaire: "Mettez Excel à jour, ou ouvrez le classeur dans Excel pour le web.",
  },
  RequestPayloadSizeLimitExceeded: {
    quoi: "Le tableau est trop grand pour être traité d’un coup.",
    pourquoi: "Excel limite la taille de chaque échange avec un complément.",
    queFaire: "Copiez le tableau seul sur une feuille neuve, puis relancez.",
  },
  FeuilleInachevee: {
    quoi: "La feuille est restée inachevée.",
    pourquoi: "Excel a interrompu l’écriture, puis n’a pas laissé retirer la feuille commencée.",
    queFaire: "Supprimez cette feuille à la main, puis relancez.",
  },
};

const AUTRE: Message = {
  quoi: "Excel n’a pas terminé l’opération.",
  pourquoi: "Le classeur a été laissé comme il était.",
  queFaire: "Relancez ; si cela se reproduit, enregistrez puis rouvrez le classeur.",
};

/** Ce qu'Excel a refusé, dit à l'utilisateur ; `code` est celui d'`OfficeExtension.Error`. */
export function phraserErreurExcel(code: string | undefined): Message {
  const connu = code === undefined ? undefined : MESSAGES[code];
  return connu ?? AUTRE;
}
