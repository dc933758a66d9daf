// The edit form. Files are checked and shown before they are sent, an upload can be watched and stopped, and an error changes nothing but
// the messages. Without this script the browser sends the same form.
import {countCharacters} from "./edit/counter.js";
import {watchFiles} from "./edit/files.js";
import {watchForm} from "./edit/send.js";

countCharacters();
watchFiles();
watchForm();
