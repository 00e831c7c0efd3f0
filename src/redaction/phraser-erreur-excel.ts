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
  ItemNotFound: {
    quoi: "Excel ne retrouve pas ce qu’il cherche.",
    pourquoi:
      "La feuille vient d’être supprimée ou renommée, ou une mise en forme conditionnelle est abîmée.",
    queFaire: "Relancez ; si cela se reproduit, enregistrez puis rouvrez le classeur.",
  },
  InvalidSelection: {
    quoi: "La sélection n’est pas une plage de cellules.",
    pourquoi: "Un dessin, un graphique ou plusieurs plages à la fois sont sélectionnés.",
    queFaire: "Sélectionnez le tableau d’un seul tenant, titres compris, puis relancez.",
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
  ContratProtege: {
    quoi: "La feuille « CMS – Contrat » est protégée.",
    pourquoi: "Vos réponses s’y écrivent ; rien n’a été modifié.",
    queFaire: "Ôtez sa protection (onglet Révision), puis relancez.",
  },
  ClasseurProtege: {
    quoi: "Le classeur n’accepte pas de feuille de plus.",
    pourquoi: "Sa structure est protégée ; rien n’y a été écrit.",
    queFaire: "Ôtez la protection du classeur (onglet Révision), puis relancez.",
  },
  ContratMeconnu: {
    quoi: "La feuille « CMS – Contrat » ne se reconnaît plus.",
    pourquoi:
      "Sa ligne de titres (Repère, Question…) a disparu : rien n’y a été écrit, pour ne rien effacer.",
    queFaire: "Rétablissez cette ligne, ou renommez la feuille : le complément en fera une neuve.",
  },
  VersionDejaSignee: {
    quoi: "Cette version est déjà signée dans le classeur.",
    pourquoi:
      "La feuille « CMS – Contrat » porte déjà une version du même rang, sans doute écrite par un collègue ; rien n’a été modifié.",
    queFaire:
      "Fermez cette fenêtre et relancez le contrôle : il comparera le tableau à cette version. Si les objectifs diffèrent, préparez un avenant.",
  },
  CopieInconnue: {
    quoi: "Cette version d’Excel ne donne pas son classeur au volet.",
    pourquoi: "La copie ne peut donc pas être préparée ici ; votre classeur n’a pas été modifié.",
    queFaire:
      "Enregistrez vous-même une copie du classeur, ouvrez-la, puis convertissez-y les cellules sélectionnées, plus bas.",
  },
  CopieInterrompue: {
    quoi: "Excel n’a pas donné le classeur jusqu’au bout.",
    pourquoi:
      "Une cellule est peut-être en cours de saisie, ou Excel prépare déjà une copie ; votre classeur n’a pas été modifié.",
    queFaire: "Appuyez sur Entrée ou Échap dans la feuille, puis relancez.",
  },
  FeuilleInachevee: {
    quoi: "L’écriture est restée inachevée.",
    pourquoi: "Excel l’a interrompue, puis n’a pas laissé retirer ce qui était commencé.",
    queFaire: "Supprimez à la main les feuilles ajoutées à la fin du classeur, puis relancez.",
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
