# SPDX-License-Identifier: MIT
# swagger-ui-dist (Apache-2.0) for the server's documentation page: taken from npm once a build folder, its version and its
# checksum pinned. npm's own cache spares the network after the first time.
set(DICOMAESTRO_SWAGGER_UI_VERSION 5.35.0)
set(DICOMAESTRO_SWAGGER_UI_SHA512
    534eaba4cb56f55dd73c638179a993512af4674f63317e0826e00da44fc465b021c341bc0a0c2bcd4e18997927fe1d3008336c5dd19aad334d1c2dec53cc9551)

# Why swagger-ui could not be had; such a line is for people, packaging/build shows it.
function(dicomaestro_no_swagger_ui reason)
  message(NOTICE "notice: ${reason}; /api/docs/ will be a plain page")
endfunction()

# dicomaestro_swagger_ui(<variable>): the folder with swagger-ui-dist's files, or empty where npm or the network is missing.
function(dicomaestro_swagger_ui variable)
  set(folder ${CMAKE_BINARY_DIR}/npm)
  set(package swagger-ui-dist-${DICOMAESTRO_SWAGGER_UI_VERSION})
  set(${variable} "" PARENT_SCOPE)
  if(NOT EXISTS ${folder}/${package}/package/swagger-ui-bundle.js)
    find_program(NPM npm)
    if(NOT NPM)
      dicomaestro_no_swagger_ui("npm is missing (packaging/install docs)")
      return()
    endif()
    file(MAKE_DIRECTORY ${folder})
    execute_process(
      COMMAND ${NPM} pack swagger-ui-dist@${DICOMAESTRO_SWAGGER_UI_VERSION} --silent --prefer-offline --fetch-retries=1
              --fetch-timeout=30000
      WORKING_DIRECTORY ${folder} TIMEOUT 90 RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
    if(NOT status EQUAL 0 OR NOT EXISTS ${folder}/${package}.tgz)
      dicomaestro_no_swagger_ui("npm could not fetch ${package} (no network?)")
      return()
    endif()
    file(SHA512 ${folder}/${package}.tgz checksum)
    if(NOT checksum STREQUAL DICOMAESTRO_SWAGGER_UI_SHA512)
      file(REMOVE ${folder}/${package}.tgz)
      dicomaestro_no_swagger_ui("${package}.tgz of npm has another checksum than the pinned one")
      return()
    endif()
    file(ARCHIVE_EXTRACT INPUT ${folder}/${package}.tgz DESTINATION ${folder}/${package}
         PATTERNS package/swagger-ui-bundle.js package/swagger-ui-bundle.js.LICENSE.txt package/swagger-ui.css package/LICENSE
                  package/NOTICE)
  endif()
  set(${variable} ${folder}/${package}/package PARENT_SCOPE)
endfunction()
