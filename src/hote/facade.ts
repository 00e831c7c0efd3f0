/** Ajoute à l'API « facade » d'Univer les formules et les formats de nombre. */
import "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
