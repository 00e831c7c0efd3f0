import type { Injector } from "@univerjs/core";
import { FunctionType, type IFunctionInfo } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { NOMS_INTERNATIONAUX } from "../langue/noms-francais";
import type { DescriptionDeFonction, Enumeration, Metadonnees, Parametre } from "./metadonnees";

/** Aide de saisie : nos fonctions avec leurs arguments, et les fonctions intégrées sous leur nom français. */
export function installerLAide(
  injector: Injector,
  metadonnees: Metadonnees,
  nomComplet: (fonction: DescriptionDeFonction) => string
): void {
  const service = injector.get(IDescriptionService);
  const integrees = [...NOMS_INTERNATIONAUX].flatMap(([francais, international]) => {
    const connue = service.getFunctionInfo(international);
    return connue ? [decrireIntegree(connue, francais, international)] : [];
  });
  service.unregisterDescriptions([...NOMS_INTERNATIONAUX.values()]);
  const notres = metadonnees.functions.map((f) =>
    decrire(f, nomComplet(f), metadonnees.enums ?? [])
  );
  service.registerDescriptions([...integrees, ...notres]);
}

/** Univer ne décrit ses fonctions qu'en anglais : mieux vaut peu de mots que des mots étrangers. */
function decrireIntegree(
  { functionType, functionParameter }: IFunctionInfo,
  francais: string,
  international: string
): IFunctionInfo {
  const description = `Fonction intégrée du tableur (${international} en anglais).`;
  return {
    functionName: francais,
    functionType,
    description,
    abstract: description,
    functionParameter: functionParameter.map((parametre, rang) => ({
      ...parametre,
      name: `argument${rang + 1}`,
      detail: "",
      example: `argument${rang + 1}`,
    })),
  };
}

function decrire(
  fonction: DescriptionDeFonction,
  nom: string,
  enumerations: Enumeration[]
): IFunctionInfo {
  const description = fonction.description ?? "";
  return {
    functionName: nom,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: (fonction.parameters ?? []).map((parametre) => ({
      name: parametre.name,
      detail: detailler(parametre, enumerations),
      example: parametre.name,
      require: parametre.optional ? 0 : 1,
      repeat: parametre.repeating ? 1 : 0,
    })),
  };
}

/** Description de l'argument, suivie des valeurs que propose son énumération. */
function detailler(
  { description = "", customEnumId }: Parametre,
  enumerations: Enumeration[]
): string {
  const choix = enumerations.find((enumeration) => enumeration.id === customEnumId)?.values ?? [];
  if (!choix.length) return description;
  const valeurs = choix.map(({ name, stringValue }) => `« ${stringValue ?? name} »`).join(", ");
  return `${description} Valeurs : ${valeurs}.`;
}
